import { hostileTexts, hostileValues, longText } from './hostile'
import type { Random } from './random'

type Container = Record<string, unknown> | unknown[]

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** Every list and object of a value. */
function containersIn(value: unknown): Container[] {
  const found: Container[] = []
  const waiting = [value]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isContainer(next)) continue
    found.push(next)
    waiting.push(...Object.values(next).filter(isContainer))
  }
  return found
}

/** Puts a value at a place, in whatever kind of container. */
function put(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true })
}

/** What is put in the place of a value. */
function replacement(before: unknown, all: readonly Container[], random: Random): unknown {
  switch (random.below(8)) {
    case 0:
      return random.pick(hostileValues)
    case 1:
      return longText(random)
    case 2:
      return structuredClone(random.pick(all))
    case 3:
      return isContainer(before) ? Object.values(before)[0] : [before]
    default:
      break
  }
  if (typeof before === 'number') return before + random.pick([-1, 1, 0.5, 1e9, -1e9, 2 ** 53, 1e300])
  if (typeof before !== 'string') return random.pick(hostileValues)
  const at = random.below(before.length + 1)
  return before.slice(0, at) + random.pick(hostileTexts) + before.slice(at + random.below(3))
}

/** Changes one place of a value: another value there, none, a second one, or two exchanged. */
export function changeValue(value: unknown, random: Random): void {
  const all = containersIn(value)
  const container = random.pick(all)
  const keys = Object.keys(container)
  if (keys.length === 0) return put(container, random.pick(['0', 'id', 'type']), random.pick(hostileValues))
  const key = random.pick(keys)
  const before = (container as Record<string, unknown>)[key]
  switch (random.below(10)) {
    case 0:
      if (Array.isArray(container)) container.splice(Number(key), 1)
      else Reflect.deleteProperty(container, key)
      break
    case 1:
      if (Array.isArray(container))
        container.push(...container.slice(0, 5).map((item) => structuredClone(item)))
      else
        put(
          container,
          random.pick(['__proto__', 'constructor', 'toString', 'extra', key.toUpperCase()]),
          before,
        )
      break
    case 2: {
      const other = random.pick(all)
      const [otherKey] = Object.keys(other)
      if (otherKey === undefined || other === before || container === other) break
      put(container, key, structuredClone((other as Record<string, unknown>)[otherKey]))
      break
    }
    default:
      put(container, key, replacement(before, all, random))
  }
}
