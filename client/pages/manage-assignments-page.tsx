import { AssignmentAdmin } from '#client/features/assignment/assignment-admin.tsx';

export function ManageAssignmentsPage() {
  return <AssignmentAdmin />;
}
