import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Command } from '../shared/contract'
import { messages } from '../shared/messages/en'

/**
 * The menu. It names the keys but does not bind them: the page does, so that a key means the same wherever the focus
 * is and a field can keep its own.
 */
export function createMenu(run: (command: Command) => void): Menu {
  const item = (command: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    registerAccelerator: false,
    click: () => run(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const text = messages.menu
  return Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: text.file,
      submenu: [
        item('openBundle', text.openBundle, 'CmdOrCtrl+O'),
        { type: 'separator' },
        item('print', text.print, 'CmdOrCtrl+P'),
        item('savePdf', text.savePdf, 'CmdOrCtrl+S'),
        item('handout', text.handout, 'CmdOrCtrl+Shift+P'),
        { type: 'separator' },
        { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'copy' },
        { role: 'selectAll' },
        item('copyLink', text.copyLink, 'CmdOrCtrl+Shift+C'),
        { type: 'separator' },
        item('search', text.search, 'CmdOrCtrl+K'),
        item('find', text.find, 'CmdOrCtrl+F'),
        item('searchSelected', text.searchSelected, 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: text.view,
      submenu: [
        item('textLarger', text.textLarger, 'CmdOrCtrl+Plus'),
        item('textSmaller', text.textSmaller, 'CmdOrCtrl+-'),
        item('textNormal', text.textNormal, 'CmdOrCtrl+0'),
        { type: 'separator' },
        item('toggleContents', text.contents),
        item('toggleEvidence', text.evidence),
        item('toggleSource', text.source),
        item('nextPane', text.nextPane, 'F6'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: text.go,
      submenu: [
        item('back', text.back, 'Alt+Left'),
        item('forward', text.forward, 'Alt+Right'),
        { type: 'separator' },
        item('safety', text.safety, '!'),
      ],
    },
    {
      role: 'help',
      label: text.help,
      submenu: [item('keys', text.keys, '?'), item('about', text.about)],
    },
  ])
}
