import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { MemoryRouter } from 'react-router';
import { queryClient } from '#client/lib/query-client.ts';
import { type Session, sessionQuery } from '#client/lib/session.ts';
import { theme } from '#client/theme.ts';
import type { Role } from '#shared/permissions.ts';

const user: NonNullable<Session['user']> = {
  id: 'user-1',
  name: 'Rahmat',
  email: 'rahmat@example.go.id',
  username: 'rahmat',
  role: 'focal_point',
  agencyId: 'biro-hukum',
  agencyName: 'Biro Hukum',
  agencyAbbr: 'Biro Hukum',
  locale: 'id',
  isSample: false,
  twoFactorEnabled: false,
};

/**
 * Renders what stands inside the application's frame, for a signed-in person or the public, at an address. The network
 * is the test's to fake.
 */
export function renderClient(
  children: ReactNode,
  { role = user.role, address = '/' }: { role?: Role; address?: string } = {},
) {
  queryClient.clear();
  const session: Session = {
    user: role === 'public' ? null : { ...user, role },
    app: {
      provinceCode: '76',
      provinceName: 'Sulawesi Barat',
      currentMonth: '2023-09',
      defaultMonth: '2023-08',
      timeZone: 'Asia/Makassar',
      timeZoneLabel: 'WITA',
      isMailConfigured: false,
      isDemo: false,
      demo: null,
    },
  };
  queryClient.setQueryData(sessionQuery().queryKey, session);
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queryClient}>
        <MemoryRouter initialEntries={[address]}>
          <Suspense>{children}</Suspense>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
