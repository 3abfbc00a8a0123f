import { UserAdmin } from '#client/features/user/user-admin.tsx';

export function ManageUsersPage() {
  return <UserAdmin />;
}
