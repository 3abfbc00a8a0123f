// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cloneElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { LanguageSwitch } from '#client/layout/language-switch.tsx';
import { type PopupProps, popupOnDemand } from '#client/lib/popup-on-demand.tsx';
import { renderClient } from '#tests/support/render-client.tsx';

function Popup({ button, opened, onChange }: PopupProps) {
  return (
    <>
      {cloneElement(button, { onClick: () => onChange(!opened), 'aria-expanded': opened })}
      {opened && <div role="menu" />}
    </>
  );
}

const button = <button type="button">Tools</button>;

describe('a popup on demand', () => {
  it('opens with the first press, and leaves the keyboard at its button', async () => {
    const user = userEvent.setup();
    const Tools = popupOnDemand(async () => Popup, 'menu');
    renderClient(<Tools button={button} />);
    expect(screen.getByRole('button')).toHaveAttribute('aria-haspopup', 'menu');
    expect(screen.getByRole('button')).toHaveAttribute('aria-expanded', 'false');

    await user.tab();
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    expect(screen.getByRole('button')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('does not open when somebody has gone on meanwhile', async () => {
    const user = userEvent.setup();
    let arrive: (value: typeof Popup) => void = () => undefined;
    const Tools = popupOnDemand(() => new Promise((resolve) => (arrive = resolve)), 'menu');
    renderClient(
      <>
        <Tools button={button} />
        <input aria-label="Figure" />
      </>,
    );
    await user.click(screen.getByRole('button'));
    await user.click(screen.getByRole('textbox'));
    arrive(Popup);
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveFocus();
  });

  it('can be pressed again when its code did not come', async () => {
    const user = userEvent.setup();
    const load = vi.fn(async () => Popup).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const Tools = popupOnDemand(load, 'dialog');
    renderClient(<Tools button={button} />);
    await user.click(screen.getByRole('button'));
    await user.click(screen.getByRole('button'));
    await screen.findByRole('menu');
  });
});

describe('the switch of language', () => {
  it('fetches the words of the other language before it shows them, and gives the keyboard back', async () => {
    const user = userEvent.setup();
    renderClient(<LanguageSwitch />);
    await user.click(screen.getByRole('button', { name: /Bahasa/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'English' }));
    const english = await screen.findByRole('button', { name: /Language/ });
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => expect(english).toHaveFocus());
  });
});
