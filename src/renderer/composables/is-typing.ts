/** True when a key belongs to a field or a control that uses letters itself, and so is not a command. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], [data-search]',
    ) !== null
  )
}
