import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { announcements, calls, channelOf } from '../shared/contract'

/*
 * The whole of what a window gets: one function per call of the contract and a way to listen. Nothing is checked here;
 * main checks, because a preload can be got round by whoever takes over the window.
 */

const api = Object.fromEntries(
  calls.map((call) => [call, (request: unknown) => ipcRenderer.invoke(channelOf(call), request)]),
)

const listen = (name: string, listener: (said: unknown) => void): (() => void) => {
  const channel = announcements.find((known) => known === name)
  if (channel === undefined) throw new Error(`no announcement is called ${name}`)
  const heard = (_event: IpcRendererEvent, said: unknown): void => listener(said)
  ipcRenderer.on(channelOf(channel), heard)
  return () => ipcRenderer.off(channelOf(channel), heard)
}

contextBridge.exposeInMainWorld('lectern', { ...api, listen })
