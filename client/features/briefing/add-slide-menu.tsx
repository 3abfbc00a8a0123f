import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type SlideKind, slideKinds } from '#shared/briefing/slide.ts';
import classes from './deck-editor.module.css';
import { SlideKindIcon } from './slide-kind-icon.tsx';
import { useSlideWords } from './use-slide-words.ts';

interface AddSlideMenuProps {
  isFull: boolean;
  isBusy: boolean;
  onAdd: (kind: SlideKind) => void;
}

/** Every kind of slide, with what it shows. */
export function AddSlideMenu({ isFull, isBusy, onAdd }: AddSlideMenuProps) {
  const { t } = useTranslation('briefing');
  const words = useSlideWords();
  return (
    <Menu position="bottom-start" withinPortal shadow="md" width={340}>
      <Menu.Target>
        <Button
          variant="default"
          mih={40}
          fullWidth
          loading={isBusy}
          disabled={isFull}
          title={isFull ? t('slide.full') : undefined}
          leftSection={<IconPlus size={18} aria-hidden />}
        >
          {t('slide.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.kinds}>
        {slideKinds.map((kind) => (
          <Menu.Item key={kind} leftSection={<SlideKindIcon kind={kind} size={20} />} onClick={() => onAdd(kind)}>
            <span className={classes.kindName}>{words.kind(kind)}</span>
            <span className={classes.kindHint}>{words.hint(kind)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
