import { Box, Button, Fieldset, FileButton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './file-drop.module.css';

type FileDropProps = {
  label: string;
  /** What is accepted, in words. */
  hint?: string;
  /** As in an `accept` attribute: `'image/jpeg,image/png,.pdf'`. */
  accept: string;
  maxMegabytes: number;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
};

/** A button and a drop area for files; refuses the wrong kind and size in words before anything is sent. */
export function FileDrop({ label, hint, accept, maxMegabytes, multiple = false, disabled, onFiles }: FileDropProps) {
  const { t } = useTranslation('ui');
  const [over, setOver] = useState(false);
  const [refusals, setRefusals] = useState<string[]>([]);

  function take(files: File[]): void {
    const refused: string[] = [];
    const taken = files.filter((file) => {
      if (!isAccepted(file, accept)) refused.push(t('file.notAccepted', { name: file.name }));
      else if (file.size > maxMegabytes * 1024 * 1024)
        refused.push(t('file.tooLarge', { name: file.name, size: maxMegabytes }));
      else return true;
      return false;
    });
    setRefusals(refused);
    if (taken.length > 0) onFiles(multiple ? taken : taken.slice(0, 1));
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (!disabled) take([...event.dataTransfer.files]);
  }

  return (
    <Fieldset variant="unstyled" legend={label} classNames={{ legend: classes.label }}>
      <Box
        className={[classes.drop, over && classes.over].filter(Boolean).join(' ')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileButton accept={accept} multiple disabled={disabled} onChange={(chosen) => take([chosen ?? []].flat())}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
              {t('file.choose')}
            </Button>
          )}
        </FileButton>
        <span>{t('file.drop')}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </Box>
      {refusals.map((refusal) => (
        <p key={refusal} className={classes.refused} role="alert">
          {refusal}
        </p>
      ))}
    </Fieldset>
  );
}

function isAccepted(file: File, accept: string): boolean {
  return accept.split(',').some((raw) => {
    const kind = raw.trim().toLowerCase();
    if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind);
    if (kind.endsWith('/*')) return file.type.startsWith(kind.slice(0, -1));
    return file.type === kind;
  });
}
