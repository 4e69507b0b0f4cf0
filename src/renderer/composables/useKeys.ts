import { onBeforeUnmount, onMounted } from 'vue'
import type { Command } from '../../shared/contract'
import { isTyping } from './is-typing'

/** A key with its modifiers as one word: `Ctrl Shift P`, `Alt ArrowLeft`, `F6`. `Ctrl` is Command on a Mac. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const isLetter = /^[a-z]$/i.test(event.key)
  return [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && isLetter ? ['Shift'] : []),
    isLetter ? event.key.toUpperCase() : event.key,
  ].join(' ')
}

/** What each key does. The keys of the chain are in `useChainKeys`; `docs` and the key sheet list both. */
const commands: Readonly<Record<string, Command>> = {
  'Ctrl K': 'search',
  F6: 'nextPane',
  'Alt ArrowLeft': 'back',
  'Alt ArrowRight': 'forward',
  'Ctrl F': 'find',
  'Ctrl Shift F': 'searchSelected',
  'Ctrl P': 'print',
  'Ctrl S': 'savePdf',
  'Ctrl Shift P': 'handout',
  'Ctrl Shift C': 'copyLink',
  'Ctrl O': 'openBundle',
  'Ctrl +': 'textLarger',
  'Ctrl =': 'textLarger',
  'Ctrl -': 'textSmaller',
  'Ctrl 0': 'textNormal',
  '!': 'safety',
  '?': 'keys',
}

/** Runs a command for each of its keys. Keys without Ctrl or Alt are left to fields while the reader types. */
export function useKeys(run: (command: Command) => void): void {
  function pressed(event: KeyboardEvent): void {
    const command = commands[chordOf(event)]
    if (command === undefined || event.defaultPrevented) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== 'F6'
    if (isPlain && isTyping(event)) return
    event.preventDefault()
    run(command)
  }
  onMounted(() => window.addEventListener('keydown', pressed))
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed))
}
