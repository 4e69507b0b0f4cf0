import type { FlawList } from './flaw-list'

/** The ids of one kind, each claimed once. Ids that differ only in case count as the same, for people and for disks. */
export class IdRegister {
  private readonly claimed = new Map<string, string>()

  constructor(private readonly flaws: FlawList) {}

  /** Claims an id for a place; tells when it is taken. True when it was free. */
  claim(id: string, at: () => string): boolean {
    const holder = this.claimed.get(id.toLowerCase())
    if (holder === undefined) this.claimed.set(id.toLowerCase(), id)
    else this.flaws.add('DUPLICATE_ID', at(), holder === id ? id : `${id}, like ${holder}`)
    return holder === undefined
  }
}
