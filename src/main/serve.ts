import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { failed } from '../bundle'
import { calls, channelOf } from '../shared/contract'
import { answer, type Handlers } from './answer'
import { isTrusted } from './security/trusted-sender'

/** Answers every call of the contract. The thin part that needs Electron: check who asks, then {@link answer}. */
export function serve(handlers: Handlers, isDesk: (sender: WebContents) => boolean): void {
  for (const call of calls) {
    ipcMain.handle(channelOf(call), (event, raw: unknown) =>
      isTrusted(senderOf(event))
        ? answer(call, raw, handlers, isDesk(event.sender) ? 'desk' : 'paper')
        : failed({ code: 'REFUSED', at: call, detail: 'asked from a page that is not ours' }),
    )
  }
}

function senderOf({ senderFrame }: IpcMainInvokeEvent): { url: string; isTopFrame: boolean } {
  // A frame that has gone away or navigated since it asked is null, and is not trusted.
  return senderFrame === null
    ? { url: '', isTopFrame: false }
    : { url: senderFrame.url, isTopFrame: senderFrame.parent === null }
}
