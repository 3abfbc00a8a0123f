// @vitest-environment jsdom
import { Menu } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Dialog } from '#client/ui/dialog.tsx';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { renderClient } from '#tests/support/render-client.tsx';

function Page({ Panel }: { Panel: typeof Dialog | typeof DrawerPanel }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Invite
      </button>
      <Menu>
        <Menu.Target>
          <button type="button">Row</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Edit</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen && (
        <Panel opened onClose={() => setOpen(false)} title="A form">
          <input aria-label="Name" />
        </Panel>
      )}
    </>
  );
}

describe.each([
  ['dialog', Dialog],
  ['drawer', DrawerPanel],
])('a %s that is drawn open', (_name, Panel) => {
  it('gives the focus back to the button that opened it', async () => {
    const user = userEvent.setup();
    renderClient(<Page Panel={Panel} />);
    await user.click(screen.getByRole('button', { name: 'Invite' }));
    await screen.findByLabelText('Name');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Invite' })).toHaveFocus());
  });

  it('gives the focus back to the button of the menu from which it was opened', async () => {
    const user = userEvent.setup();
    renderClient(<Page Panel={Panel} />);
    await user.click(screen.getByRole('button', { name: 'Row' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await screen.findByLabelText('Name');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('Name')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Row' })).toHaveFocus());
  });
});
