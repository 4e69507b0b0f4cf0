/** A rectangle in percent of what it lies on, as that is turned on screen. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
