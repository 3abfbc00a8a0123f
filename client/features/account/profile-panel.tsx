import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '#client/i18n/index.ts';
import { isLanguage, languages } from '#client/i18n/namespaces.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { renewSession, type SessionUser, useSession } from '#client/lib/session.ts';
import { type RouterOutput, trpc } from '#client/lib/trpc.ts';
import { useErrorText, useFieldErrors } from '#client/lib/use-error-text.ts';
import { ErrorState } from '#client/ui/error-state.tsx';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { CardSkeleton } from '#client/ui/skeletons.tsx';
import classes from './account.module.css';

type Profile = RouterOutput['user']['profile'];

export function ProfilePanel() {
  const { t } = useTranslation('account');
  const { user } = useSession();
  const profile = useQuery(trpc.user.profile.queryOptions());
  if (!user || profile.isPending) return <CardSkeleton height={320} />;
  return (
    <Panel title={t('profile.title')} subtitle={t('profile.byAdministrator')}>
      {profile.data ? (
        <ProfileForm user={user} profile={profile.data} />
      ) : (
        <ErrorState onRetry={() => profile.refetch()} retrying={profile.isFetching} />
      )}
    </Panel>
  );
}

function ProfileForm({ user, profile }: { user: SessionUser; profile: Profile }) {
  const { t } = useTranslation(['account', 'auth', 'common', 'shell']);
  const errorText = useErrorText();
  const fieldErrors = useFieldErrors();
  const [name, setName] = useState(profile.name);
  const [phone, setPhone] = useState(profile.phone ?? '');
  const [locale, setLocale] = useState(user.locale);
  const save = useMutation(
    trpc.user.updateProfile.mutationOptions({
      onSuccess: async () => {
        if (locale !== user.locale) await chooseLanguage(locale);
        await renewSession();
        notifySuccess(t('profile.saved'));
      },
    }),
  );
  const errors = save.error ? fieldErrors(save.error) : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name, phone, locale });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <dl className={classes.facts}>
        <dt>{t('profile.role')}</dt>
        <dd>{t(`common:role.${user.role}`)}</dd>
        {user.agencyName && <dt>{t('profile.agency')}</dt>}
        {user.agencyName && <dd>{user.agencyName}</dd>}
        <dt>{t('auth:account.email')}</dt>
        <dd>{profile.email}</dd>
        <dt>{t('auth:account.username')}</dt>
        <dd>{profile.username}</dd>
      </dl>
      <TextInput
        label={t('auth:account.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={errors.name}
        autoComplete="name"
        size="md"
      />
      <TextInput
        label={`${t('auth:account.phone')} (${t('auth:account.optional')})`}
        description={t('auth:account.phoneHint')}
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
        error={errors.phone}
        type="tel"
        autoComplete="tel"
        size="md"
      />
      <Select
        label={t('profile.language')}
        description={t('profile.languageHint')}
        data={languages.map((value) => ({ value, label: t(`shell:language.${value}`) }))}
        value={locale}
        onChange={(value) => isLanguage(value) && setLocale(value)}
        allowDeselect={false}
        size="md"
      />
      <FormError>{save.error && Object.keys(errors).length === 0 ? errorText(save.error) : undefined}</FormError>
      <div>
        <Button type="submit" loading={save.isPending} mih={44}>
          {t('profile.save')}
        </Button>
      </div>
    </form>
  );
}
