import { expect, type Locator, type Page } from '@playwright/test'

/*
 * Where windows share a display, one that opens elsewhere takes the pointer from the one under test for a moment. A hand then
 * moves on; so does a test.
 */

/**
 * Does what a hand does, from a pointer that is on nothing and has been so long enough for the last note to close, until it was
 * not disturbed.
 */
export async function handFree(page: Page, does: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.mouse.move(0, 0)
    await expect(page.getByRole('tooltip')).toHaveCount(0)
    await does()
  }).toPass({ timeout: 30_000 })
}

/** Moves the pointer onto a trigger, once, and waits for its note to say this. */
export async function restOn(page: Page, trigger: Locator, says: string): Promise<void> {
  await trigger.scrollIntoViewIfNeeded()
  const box = await trigger.boundingBox()
  if (box === null) throw new Error('the trigger is not on screen')
  await page.mouse.move(box.x + Math.min(60, box.width / 2), box.y + Math.min(12, box.height / 2))
  await expect(page.getByRole('tooltip')).toContainText(says, { timeout: 3_000 })
}

/** Rests the pointer on a trigger until its note says this. */
export const hoverFor = (page: Page, trigger: Locator, says: string): Promise<void> =>
  handFree(page, () => restOn(page, trigger, says))

/** Drags over a line of text until something of it is selected. Returns what is. */
export async function selectLine(page: Page, text: Locator): Promise<string> {
  let chosen = ''
  await expect(async () => {
    await text.scrollIntoViewIfNeeded()
    const [left = 0, right = 0, middle = 0] = await text.evaluate((element) => {
      const line = element.getClientRects()[0]
      return line === undefined ? [] : [line.left, line.right, line.top + line.height / 2]
    })
    await page.mouse.move(left + 2, middle)
    await page.mouse.down()
    await page.mouse.move(right - 8, middle, { steps: 6 })
    await page.mouse.up()
    chosen = await page.evaluate(() => window.getSelection()?.toString() ?? '')
    expect(chosen.length).toBeGreaterThan(5)
  }).toPass({ timeout: 15_000 })
  return chosen
}
