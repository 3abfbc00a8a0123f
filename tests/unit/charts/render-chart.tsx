import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import { createInstance } from 'i18next';
import type { ReactElement } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { charts as chartsEn } from '#client/i18n/en/charts.ts';
import { ui as uiEn } from '#client/i18n/en/ui.ts';
import { charts } from '#client/i18n/id/charts.ts';
import { ui } from '#client/i18n/id/ui.ts';
import { theme } from '#client/theme.ts';

// jsdom lays nothing out and has no media queries; Mantine asks for both.
window.matchMedia ??= (query: string): MediaQueryList => {
  const target = new EventTarget();
  return Object.assign(target, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
};
window.ResizeObserver ??= class implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

/** Renders inside the theme and the words of a language. */
export function renderChart(element: ReactElement, language: 'id' | 'en' = 'id') {
  const i18n = createInstance();
  i18n.use(initReactI18next);
  void i18n.init({
    lng: language,
    resources: { id: { charts, ui }, en: { charts: chartsEn, ui: uiEn } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} env="test">
        {element}
      </MantineProvider>
    </I18nextProvider>,
  );
}
