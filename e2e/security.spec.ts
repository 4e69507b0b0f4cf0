import { expect, test } from './shared-app'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that counts who comes by; nobody should. */
async function listen(): Promise<{ server: Server; port: number; visits: () => number }> {
  let visits = 0
  const server = createServer((_request, response) => {
    visits++
    response.end('x')
  })
  server.on('upgrade', (_request, socket) => {
    visits++
    socket.destroy()
  })
  server.on('connection', () => visits++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port, visits: () => visits }
}

test('the window has no Node, no Electron, and only the contract', async ({ at }) => {
  const { page } = await at()
  const seen = await page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>)['require'],
    process: typeof (globalThis as Record<string, unknown>)['process'],
    module: typeof (globalThis as Record<string, unknown>)['module'],
    Buffer: typeof (globalThis as Record<string, unknown>)['Buffer'],
    api: Object.keys((globalThis as unknown as { lectern: object }).lectern).sort(),
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    Buffer: 'undefined',
    api: [
      'attachCopy',
      'chooseBundle',
      'copyText',
      'distrustKey',
      'forgetBundle',
      'getSearches',
      'getSession',
      'keepCopyIndex',
      'listBundles',
      'listCopies',
      'listTrustedKeys',
      'listen',
      'noteCopyText',
      'openDefaultBundle',
      'openKnownBundle',
      'openOriginal',
      'openResource',
      'ownCopy',
      'printPage',
      'rememberLocation',
      'removeCopy',
      'savePdf',
      'saveReferences',
      'saveSearches',
      'saveSettings',
      'sendCopyPart',
      'sendIndexPart',
      'trustKey',
    ],
  })
})

test('every window is sandboxed and isolated', async ({ at }) => {
  const { app } = await at()
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
        contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
    }),
  )
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
})

test('the content security policy is sent and holds', async ({ at }) => {
  const { page } = await at()
  const policy = await page.evaluate(async () =>
    (await fetch(location.href)).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const results = await page.evaluate(async () => {
    const ran = globalThis as unknown as { inlineRan?: boolean }
    const script = document.createElement('script')
    let refused = 'no'
    try {
      script.textContent = 'globalThis.inlineRan = true'
    } catch {
      refused = 'yes' // Trusted Types
    }
    document.body.append(script)
    // In a task of its own: what the test itself evaluates is exempt from the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return "ran"')())
        } catch {
          resolve('refused')
        }
      })
    })
    let html = 'accepted'
    try {
      document.createElement('div').innerHTML = '<img src=x onerror="globalThis.inlineRan = true">'
    } catch {
      html = 'refused'
    }
    return { inline: ran.inlineRan === true, refused, evaluated, html }
  })
  expect(results).toEqual({ inline: false, refused: 'yes', evaluated: 'refused', html: 'refused' })
})

test('nothing leaves the window: fetch, image, WebSocket, EventSource, beacon, style, frame', async ({
  at,
}) => {
  const { server, port, visits } = await listen()
  const { page } = await at()
  const outcomes = await page.evaluate(async (to) => {
    const settled = (make: (done: (said: string) => void) => void): Promise<string> =>
      new Promise((resolve) => {
        setTimeout(() => resolve('nothing'), 1500)
        try {
          make(resolve)
        } catch {
          resolve('refused')
        }
      })
    return {
      fetch: await fetch(`http://127.0.0.1:${to}/`).then(
        () => 'reached',
        () => 'refused',
      ),
      image: await settled((done) => {
        const image = new Image()
        image.onload = () => done('reached')
        image.onerror = () => done('refused')
        image.src = `http://127.0.0.1:${to}/x.png`
      }),
      socket: await settled((done) => {
        const socket = new WebSocket(`ws://127.0.0.1:${to}/`)
        socket.onopen = () => done('reached')
        socket.onerror = () => done('refused')
      }),
      events: await settled((done) => {
        const events = new EventSource(`http://127.0.0.1:${to}/`)
        events.onopen = () => done('reached')
        events.onerror = () => done('refused')
      }),
      style: await settled((done) => {
        const link = document.createElement('link')
        link.rel = 'stylesheet'
        link.onload = () => done('reached')
        link.onerror = () => done('refused')
        link.href = `http://127.0.0.1:${to}/x.css`
        document.head.append(link)
      }),
      beacon: (navigator.sendBeacon(`http://127.0.0.1:${to}/`), 'sent'),
      frame: await settled((done) => {
        const frame = document.createElement('iframe')
        frame.onload = () => done('loaded something')
        frame.src = `http://127.0.0.1:${to}/`
        document.body.append(frame)
      }),
    }
  }, port)
  expect(outcomes).toMatchObject({
    fetch: 'refused',
    image: 'refused',
    socket: 'refused',
    events: 'refused',
    style: 'refused',
  })
  expect(visits()).toBe(0)
  server.close()
})

test('main itself cannot be made to fetch through the session', async ({ at }) => {
  const { server, port, visits } = await listen()
  const { app } = await at()
  const outcome = await app.evaluate(
    ({ session }, to) =>
      session.defaultSession.fetch(`http://127.0.0.1:${to}/`).then(
        () => 'reached',
        () => 'refused',
      ),
    port,
  )
  expect(outcome).toBe('refused')
  expect(visits()).toBe(0)
  server.close()
})

test('pop-ups and navigation away are refused', async ({ at }) => {
  const { app, page } = await at()
  const before = page.url()
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.once('will-navigate', (event) => {
      setImmediate(() => Object.assign(globalThis, { refusedToLeave: event.defaultPrevented }))
    }),
  )
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    location.href = 'https://example.org/'
  })
  const refused = () => app.evaluate(() => (globalThis as Record<string, unknown>)['refusedToLeave'])
  await expect.poll(refused).toBe(true)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('permissions are refused', async ({ at }) => {
  const { page } = await at()
  const outcomes = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    position: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('refused'),
        { timeout: 3000 },
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'refused',
    ),
  }))
  expect(outcomes).toEqual({ notification: 'denied', position: 'refused', camera: 'refused' })
})

test('contract calls with nonsense are refused as values', async ({ at }) => {
  const { page } = await at()
  const replies = await page.evaluate(async () => {
    const api = (globalThis as unknown as { lectern: Record<string, (request: unknown) => Promise<unknown>> })
      .lectern
    const nonsense: [string, unknown][] = [
      ['getSession', { any: 'thing' }],
      ['chooseBundle', '/etc/passwd'],
      ['openDefaultBundle', []],
      ['rememberLocation', { bundle: 'ldn', location: 'https://example.org/' }],
      ['rememberLocation', { bundle: '../x', location: '/' }],
      ['saveSettings', { textSize: 9000 }],
      ['saveSettings', { unknown: true }],
      ['printPage', { bundle: 'ldn', page: { kind: 'file', id: '/etc/passwd' } }],
      ['savePdf', { bundle: 'ldn', page: { kind: 'condition', id: '../../x' } }],
      ['savePdf', { bundle: 'other', page: { kind: 'condition', id: 'fibromyalgia' } }],
      ['openOriginal', { bundle: 'ldn', source: 'https://example.org' }],
      ['openOriginal', { bundle: 'ldn', source: 'no-such-source' }],
    ]
    return Promise.all(
      nonsense.map(async ([call, request]) => {
        const reply = (await api[call]?.(request)) as { ok: boolean; failure?: { code: string } }
        return `${call} ${reply.ok ? 'accepted' : reply.failure?.code}`
      }),
    )
  })
  expect(replies).toEqual([
    'getSession REFUSED',
    'chooseBundle REFUSED',
    'openDefaultBundle REFUSED',
    'rememberLocation REFUSED',
    'rememberLocation REFUSED',
    'saveSettings REFUSED',
    'saveSettings REFUSED',
    'printPage REFUSED',
    'savePdf REFUSED',
    'savePdf NO_SUCH_BUNDLE',
    'openOriginal REFUSED',
    'openOriginal MISSING_ENTRY',
  ])
})

test('the bundle protocol serves what the manifest lists, to our page, and nothing else', async ({ at }) => {
  const { page } = await at()
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        'lectern-bundle://ldn/bundle.json',
        'lectern-bundle://ldn/../bundle.json',
        'lectern-bundle://ldn/%2e%2e/bagit.txt',
        'lectern-bundle://ldn/..%2fbagit.txt',
        'lectern-bundle://ldn/etc/passwd',
        'lectern-bundle://other/bundle.json',
        'lectern-app://desk/assets/../../main/index.js',
        'lectern-app://desk/assets/..%2f..%2fmain%2findex.js',
      ].map((address) =>
        fetch(address).then(
          async (response) => `${response.status} ${(await response.text()).includes('electron')}`,
          () => 'refused',
        ),
      ),
    ),
  )
  expect(statuses[0]).toBe('200 false')
  expect(statuses.slice(1)).not.toContainEqual(expect.stringContaining('true'))
  expect(statuses.slice(2, 6)).toEqual(['404 false', '404 false', '404 false', '404 false'])
})
