import { DeadlineAdmin } from '#client/features/deadline/deadline-admin.tsx';

export function ManageDeadlinesPage() {
  return <DeadlineAdmin />;
}
