import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions } from '@playwright/test';

type OwnBrowserOptions = LaunchOptions & BrowserContextOptions & { baseURL: string };

/** A browser with a profile of its own, as on one person's device: it can be closed, or killed, and opened again. */
export class OwnBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'satgas-e2e-profile-'));
  readonly #options: OwnBrowserOptions;
  #context: BrowserContext | undefined;

  constructor(options: OwnBrowserOptions) {
    this.#options = options;
  }

  async open(): Promise<BrowserContext> {
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      viewport: { width: 1280, height: 720 },
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      ...this.#options,
    });
    return this.#context;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Ends every process of the browser at once; nothing is written any more. */
  async kill(): Promise<void> {
    const context = this.#context;
    this.#context = undefined;
    const ended = new Promise((resolve) => context?.once('close', resolve));
    const processes = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    for (const line of processes.split('\n').filter((each) => each.includes(this.#profile))) {
      const pid = Number.parseInt(line, 10);
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone with its parent.
      }
    }
    await ended;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }
}
