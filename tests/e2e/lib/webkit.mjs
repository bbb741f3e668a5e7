// WebKitGTK, Safari's engine, by its WebDriver. The engine itself says each element's role and name.
import { spawn } from 'node:child_process';
import { Builder, By, Capabilities, Key } from 'selenium-webdriver';
import { until } from './until.mjs';

const kEnvironment = { LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
/** Which elements may have a role, so that few of them are asked. */
const kMayBe = {
  alert: '[role=alert]', button: 'button', heading: 'h1, h2', link: 'a', navigation: 'nav', region: 'section',
  searchbox: 'input', tab: 'button', textbox: 'input, textarea', '': 'input',
};
// WebDriver hands out no console. What fails while the page is still being loaded is not seen here, but then nothing works.
const kListen = `
  const faults = window.faultsOfTest = [];
  addEventListener('error', (event) => faults.push(event.message));
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => faults.push(event.violatedDirective + ' ' + event.blockedURI));
  const write = console.error;
  console.error = (...words) => { faults.push(words.join(' ')); write(...words); };`;

/** @returns {Promise<import('./owner_story.mjs').Driver>} */
export async function startWebKit() {
  const service = startService();
  const driver = await connect(service.url).catch((error) => { service.kill(); throw error; });
  const before = [];
  const faults = async () => [...before, ...(await driver.executeScript('return window.faultsOfTest ?? []'))];
  return {
    async go(address) {
      before.splice(0, Infinity, ...(await faults()));
      await driver.get(address);
      await driver.executeScript(kListen);
    },
    find: (role, name) => find(driver, role, name),
    click: (element) => element.click(),
    async fill(element, text) {
      // Two calls: WebKit drops the text that follows a chord.
      await element.sendKeys(Key.chord(Key.CONTROL, 'a'));
      await element.sendKeys(text);
    },
    read: (element) => driver.executeScript('return arguments[0].value ?? arguments[0].textContent', element),
    ask: (path) => driver.executeScript('return fetch(arguments[0]).then((reply) => reply.json())', path),
    evaluate: (expression) => driver.executeScript(`return ${expression}`),
    faults,
    close: () => driver.quit().finally(service.kill),
    kill: service.kill,
  };
}

/** In a group of its own, so that the browser it starts ends with it. */
function startService() {
  const port = 40000 + Math.floor(Math.random() * 20000);
  const { pid } = spawn('WebKitWebDriver', [`--port=${port}`], { detached: true, stdio: 'ignore', env: { ...process.env, ...kEnvironment } })
    .on('error', (error) => console.error(error.message));
  const kill = () => { try { process.kill(-pid, 'SIGKILL'); } catch { /* it is gone */ } };
  return { url: `http://127.0.0.1:${port}`, kill };
}

async function connect(url) {
  await until('WebKitWebDriver', () => fetch(`${url}/status`).then((reply) => reply.ok));
  const options = { binary: process.env.MINIBROWSER, args: ['--automation'] };
  const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options });
  const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ width: 1280, height: 900 });
  return driver;
}

async function find(driver, role, name) {
  for (const element of await driver.findElements(By.css(kMayBe[role]))) {
    if (name === undefined ? !(await element.isDisplayed()) : (await nameOf(element)) !== name) continue;
    if (!role || (await element.getAriaRole()) === role) return element;
  }
  return undefined;
}

/** Undefined if it is hidden: WebKit has no name of what it does not tell assistive technology, and answers with an error. */
const nameOf = (element) => element.getAccessibleName().catch(() => undefined);
