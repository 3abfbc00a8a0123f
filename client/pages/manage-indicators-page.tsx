import { IndicatorAdmin } from '#client/features/indicator/indicator-admin.tsx';

export function ManageIndicatorsPage() {
  return <IndicatorAdmin />;
}
