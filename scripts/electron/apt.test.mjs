import { expect, it } from 'vitest'
import { withCandidate } from './apt.mjs'

it('knows a name that newer packages only provide from one that can be installed', () => {
  const policy = `libasound2t64:
  Installed: (none)
  Candidate: 1.2.14-1
  Version table:
     1.2.14-1 500
        500 http://deb.debian.org/debian trixie/main amd64 Packages
libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libnss3:
  Installed: 2:3.110-1
  Candidate: 2:3.110-1
`
  expect([...withCandidate(policy)]).toEqual(['libasound2t64', 'libnss3'])
  expect(withCandidate('')).toEqual(new Set())
})
