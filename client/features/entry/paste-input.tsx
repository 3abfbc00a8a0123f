import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type ClipboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClipboardContent, contentOf } from './paste-block.ts';

type PasteInputProps = {
  /** What came before held nothing. */
  isEmpty: boolean;
  onContent: (content: ClipboardContent) => void;
  onCancel: () => void;
};

/** A place to paste into, for who is not at a cell: on a phone, or with the mouse alone. */
export function PasteInput({ isEmpty, onContent, onCancel }: PasteInputProps) {
  const { t } = useTranslation('paste');
  const [text, setText] = useState('');

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const content = contentOf(event.clipboardData);
    if (content.text.trim() === '' && content.html === '') return;
    event.preventDefault();
    onContent(content);
  }

  return (
    <Stack gap="sm">
      <Textarea
        data-autofocus
        label={t('input.label')}
        description={t('input.hint')}
        error={isEmpty && text === '' ? t('input.empty') : undefined}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onPaste={onPaste}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('common:action.cancel')}
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => onContent({ html: '', text })}>
          {t('input.check')}
        </Button>
      </Group>
    </Stack>
  );
}
