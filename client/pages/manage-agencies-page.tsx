import { AgencyAdmin } from '#client/features/agency/agency-admin.tsx';
import { ClosingEffect } from '#client/features/assignment/closing-effect.tsx';

export function ManageAgenciesPage() {
  return <AgencyAdmin closingEffect={(closing) => <ClosingEffect closing={closing} />} />;
}
