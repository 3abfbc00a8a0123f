import { Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { confidences } from '#shared/indicator.ts';

type BasisField = 'legalBasis' | 'source' | 'confidence';

interface BasisFieldsProps {
  inputProps: (field: BasisField) => GetInputPropsReturnType;
  withLegalBasis?: boolean;
}

/** What a fact rests on: the decree, where it is known from, how sure that is. */
export function BasisFields({ inputProps, withLegalBasis = true }: BasisFieldsProps) {
  const { t } = useTranslation(['manage', 'figure']);
  return (
    <>
      {withLegalBasis && (
        <TextInput
          label={t('field.legalBasis')}
          description={t('field.legalBasisHint')}
          {...inputProps('legalBasis')}
        />
      )}
      <TextInput label={t('field.source')} description={t('field.sourceHint')} {...inputProps('source')} />
      <Select
        label={t('field.confidence')}
        placeholder={t('field.noConfidence')}
        data={confidences.map((value) => ({ value, label: t(`figure:confidence.${value}`) }))}
        clearable
        {...inputProps('confidence')}
      />
    </>
  );
}
