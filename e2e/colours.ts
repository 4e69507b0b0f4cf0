import type { Locator } from '@playwright/test'

/**
 * The colours that the screen shows at some points of an element, red, green and blue: what a reader sees, with all that
 * lies over it.
 *
 * @param width of the element in the units of the points
 */
export async function coloursAt(
  element: Locator,
  width: number,
  points: readonly (readonly [x: number, y: number])[],
): Promise<number[][]> {
  const picture = (await element.screenshot()).toString('base64')
  return element.page().evaluate(
    async ({ picture, width, points }) => {
      const bytes = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      if (context === null) throw new Error('nothing to draw on')
      context.drawImage(image, 0, 0)
      const scale = image.width / width
      return points.map(([x, y]) => [...context.getImageData(x * scale, y * scale, 1, 1).data].slice(0, 3))
    },
    { picture, width, points },
  )
}
