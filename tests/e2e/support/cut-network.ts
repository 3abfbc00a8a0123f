import type { BrowserContext, Route } from '@playwright/test';

/**
 * Where a request is cut off: before it leaves; after it left, its answer not waited for; when the server has answered and
 * the answer is lost; in the middle of the answer.
 */
export const cutPoints = ['before the request', 'after it left', 'before the answer', 'within the answer'] as const;
export type CutPoint = (typeof cutPoints)[number];

/** The network between one browser and the server, to be cut at a chosen request and mended later. */
export class CutNetwork {
  readonly #context: BrowserContext;
  #armed: { procedure: string; at: CutPoint; done: () => void } | undefined;
  #isCut = false;
  /** What had left when the network was cut: the server may still be busy with it. */
  readonly #onTheirWay = new Set<Promise<unknown>>();

  private constructor(context: BrowserContext) {
    this.#context = context;
  }

  static async of(context: BrowserContext): Promise<CutNetwork> {
    const network = new CutNetwork(context);
    await context.route('**/api/**', (route) => network.#pass(route));
    return network;
  }

  /** Cuts at the next request that calls the procedure; all that follows fails until `mend`. Resolves when it is cut. */
  cutAt(procedure: string, at: CutPoint): Promise<void> {
    return new Promise((done) => {
      this.#armed = { procedure, at, done };
    });
  }

  cut(): void {
    this.#isCut = true;
  }

  /** Brings the network back, and tells the pages as a browser does. A cut that is still to come, comes. */
  async mend(): Promise<void> {
    this.#isCut = false;
    for (const page of this.#context.pages()) {
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
    }
  }

  /** All that the server was still busy with when the network went has been done. */
  async settled(): Promise<void> {
    await Promise.all(this.#onTheirWay);
  }

  async #pass(route: Route): Promise<void> {
    if (this.#isCut) return route.abort('internetdisconnected');
    const armed = this.#armed;
    if (!armed || !route.request().url().includes(armed.procedure)) return route.fallback();
    this.#armed = undefined;
    this.#isCut = true;
    try {
      if (armed.at === 'before the request') return await route.abort('internetdisconnected');
      const answer = route.fetch();
      this.#onTheirWay.add(answer.catch(() => undefined));
      if (armed.at === 'after it left') return await route.abort('connectionreset');
      const whole = await answer;
      if (armed.at === 'before the answer') return await route.abort('connectionreset');
      const text = await whole.text();
      return await route.fulfill({ status: whole.status(), body: text.slice(0, text.length / 2) });
    } finally {
      armed.done();
    }
  }
}
