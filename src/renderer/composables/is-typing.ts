/**
 * True when a key belongs to a field or a control that uses letters itself, and so is not a command. A list to choose from
 * uses letters, but no signs: after a choice in a filter `!` still leads to safety.
 */
export function isTyping({ target, key }: KeyboardEvent): boolean {
  if (target instanceof HTMLSelectElement && (key === '!' || key === '?')) return false
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"], [role="dialog"], [data-search]',
    ) !== null
  )
}
