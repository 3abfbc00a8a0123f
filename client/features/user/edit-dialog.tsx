import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { renewSession, useSession } from '#client/lib/session.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText, useFieldErrors } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { RoleAndAgency } from './role-and-agency.tsx';
import type { UserRow } from './user-types.ts';

export function EditDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const { t } = useTranslation('users');
  const session = useSession();
  const errorText = useErrorText();
  const fieldErrors = useFieldErrors();
  const [form, setForm] = useState({
    name: user.name,
    phone: user.phone ?? '',
    role: user.role,
    agencyId: user.agencyId,
  });
  const update = useMutation(
    trpc.user.update.mutationOptions({
      onSuccess: async () => {
        notifySuccess(t('done.saved'));
        onClose();
        if (user.id === session.user?.id) await renewSession();
      },
    }),
  );
  const errors = update.error ? fieldErrors(update.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ ...form, id: user.id, updatedAt: user.updatedAt });
  };

  return (
    <Dialog opened onClose={onClose} title={t('form.editTitle', { name: user.name })}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('form.name')}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
          error={errors.name}
          data-autofocus
        />
        <TextInput
          label={t('form.phone')}
          type="tel"
          value={form.phone}
          onChange={(event) => setForm({ ...form, phone: event.currentTarget.value })}
          error={errors.phone}
        />
        <RoleAndAgency
          role={form.role}
          agencyId={form.agencyId}
          onChange={(choice) => setForm({ ...form, ...choice })}
          errors={errors}
        />
        <FormFooter
          onCancel={onClose}
          submitLabel={t('form.submitEdit')}
          isPending={update.isPending}
          error={update.error && Object.keys(errors).length === 0 ? errorText(update.error) : undefined}
        />
      </form>
    </Dialog>
  );
}
