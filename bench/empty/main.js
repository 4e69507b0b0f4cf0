import { app, BrowserWindow } from 'electron'

/*
 * What the desk is measured against: the least that Electron can show. One sandboxed window with one line of text,
 * which says when it is painted in the same way as the desk does.
 */
const page = `<!doctype html><title>Empty</title><p>Text</p><script>
requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.ready = 'true')))
</script>`

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  await window.loadURL(`data:text/html,${encodeURIComponent(page)}`)
  const painted = () =>
    window.webContents.executeJavaScript('document.documentElement.dataset.ready === "true"')
  while (!(await painted())) await new Promise((resolve) => setTimeout(resolve, 5))
  process.stdout.write('painted\n')
})
