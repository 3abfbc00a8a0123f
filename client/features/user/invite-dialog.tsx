import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText, useFieldErrors } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import type { InviteUserInput } from '#shared/user.ts';
import { RoleAndAgency } from './role-and-agency.tsx';
import type { LinkToHand } from './user-types.ts';

interface InviteDialogProps {
  onClose: () => void;
  onInvited: (link: LinkToHand) => void;
}

export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const { t } = useTranslation('users');
  const errorText = useErrorText();
  const fieldErrors = useFieldErrors();
  const [invitation, setInvitation] = useState<InviteUserInput>({
    name: '',
    email: '',
    role: 'focal_point',
    agencyId: null,
  });
  const invite = useMutation(
    trpc.user.invite.mutationOptions({
      onSuccess: ({ url, expiresAt, mail }, { name, email }) =>
        onInvited({ kind: 'invitation', name, email, phone: null, url, expiresAt, mail }),
    }),
  );
  const errors = invite.error ? fieldErrors(invite.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate(invitation);
  };

  return (
    <Dialog opened onClose={onClose} title={t('form.inviteTitle')}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('form.name')}
          value={invitation.name}
          onChange={(event) => setInvitation({ ...invitation, name: event.currentTarget.value })}
          error={errors.name}
          data-autofocus
        />
        <TextInput
          label={t('form.email')}
          type="email"
          value={invitation.email}
          onChange={(event) => setInvitation({ ...invitation, email: event.currentTarget.value })}
          error={errors.email}
        />
        <RoleAndAgency
          role={invitation.role}
          agencyId={invitation.agencyId}
          onChange={(choice) => setInvitation({ ...invitation, ...choice })}
          errors={errors}
        />
        <FormFooter
          onCancel={onClose}
          submitLabel={t('form.submitInvite')}
          isPending={invite.isPending}
          error={invite.error && Object.keys(errors).length === 0 ? errorText(invite.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
