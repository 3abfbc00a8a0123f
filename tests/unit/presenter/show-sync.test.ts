import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Show } from '#client/features/presenter/presenter-state.ts';
import { type Line, ShowSync, type Spot } from '#client/features/presenter/show-sync.ts';

const beginning: Show = { index: 0, screen: 'slide', scheme: 'light', isPointerOn: false, startedAt: 7 };

/** Windows on one channel, whose messages wait until they are delivered. */
class Air {
  readonly lines: { line: Line; inbox: unknown[] }[] = [];

  join(): Line {
    const inbox: unknown[] = [];
    const line: Line = {
      onmessage: null,
      postMessage: (message) => {
        for (const other of this.lines) if (other.line !== line) other.inbox.push(structuredClone(message));
      },
      close: () => {
        const at = this.lines.findIndex((each) => each.line === line);
        this.lines.splice(at, 1);
      },
    };
    this.lines.push({ line, inbox });
    return line;
  }

  /** One message of one window; false when none waits there. */
  deliver(which: number): boolean {
    const target = this.lines[which % Math.max(1, this.lines.length)];
    const data = target?.inbox.shift();
    if (!target || data === undefined) return false;
    target.line.onmessage?.(new MessageEvent('message', { data }));
    return true;
  }

  settle(): void {
    while (this.lines.some((_, index) => this.deliver(index)));
  }
}

class Peer {
  show: Show;
  spot: Spot | null = null;
  readonly sync: ShowSync;

  constructor(air: Air, from: string, index = 0) {
    this.show = { ...beginning, index };
    this.sync = new ShowSync({
      line: air.join(),
      from,
      onShow: (show) => {
        this.show = show;
        // As React does: what was adopted is drawn, and drawing publishes it.
        this.sync.publish(show);
      },
      onSpot: (spot) => {
        this.spot = spot;
      },
    });
    this.sync.begin(this.show);
    this.sync.join();
  }

  go(index: number): void {
    this.show = { ...this.show, index };
    this.sync.publish(this.show);
  }
}

describe('windows of one showing', () => {
  test('follow whichever drives', () => {
    const air = new Air();
    const [stage, desk] = [new Peer(air, 'a'), new Peer(air, 'b')];
    stage.go(3);
    air.settle();
    expect(desk.show.index).toBe(3);
    desk.go(4);
    air.settle();
    expect(stage.show.index).toBe(4);
  });

  test('end at the same slide, however their messages cross', () => {
    const step = fc.record({ who: fc.nat(2), index: fc.nat(40), deliveries: fc.array(fc.nat(2), { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const air = new Air();
        const peers = [new Peer(air, 'a'), new Peer(air, 'b'), new Peer(air, 'c')];
        for (const { who, index, deliveries } of steps) {
          peers[who]?.go(index);
          for (const which of deliveries) air.deliver(which);
        }
        air.settle();
        expect(new Set(peers.map(({ show }) => show.index)).size).toBe(1);
      }),
    );
  });

  test('one that opens later comes to where the others are, and does not pull them back', () => {
    const air = new Air();
    const stage = new Peer(air, 'a');
    stage.go(9);
    const late = new Peer(air, 'z', 2);
    air.settle();
    expect([stage.show.index, late.show.index]).toEqual([9, 9]);
  });

  test('go on when one is closed', () => {
    const air = new Air();
    const [stage, desk] = [new Peer(air, 'a'), new Peer(air, 'b')];
    stage.go(5);
    air.settle();
    stage.sync.close();
    desk.go(6);
    air.settle();
    expect([stage.show.index, desk.show.index]).toEqual([5, 6]);
  });

  test('do not echo what they were told', () => {
    const air = new Air();
    const stage = new Peer(air, 'a');
    new Peer(air, 'b');
    air.settle();
    stage.go(2);
    let messages = 0;
    while (air.lines.some((_, index) => air.deliver(index))) messages += 1;
    expect(messages).toBe(1);
  });

  test('share the pointer, and ignore what is no message of theirs', () => {
    const air = new Air();
    const [stage, desk] = [new Peer(air, 'a'), new Peer(air, 'b')];
    desk.sync.point({ x: 0.25, y: 0.5 });
    air.settle();
    expect(stage.spot).toEqual({ x: 0.25, y: 0.5 });
    for (const nonsense of [null, 'hello', { type: 'show', turn: 99 }, { type: 'spot' }])
      air.lines[0]?.line.onmessage?.(new MessageEvent('message', { data: nonsense }));
    expect(stage.show.index).toBe(0);
    desk.sync.point(null);
    air.settle();
    expect(stage.spot).toBeNull();
  });
});
