// Sets the colour scheme and the language before the first paint, so that a page never flashes in the wrong one.
(() => {
  try {
    const saved = localStorage.getItem('mantine-color-scheme-value');
    const dark = saved === 'dark' || (saved !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
    if (localStorage.getItem('lang') === 'en') document.documentElement.lang = 'en';
  } catch {
    // Storage may be forbidden: the light scheme in Indonesian stays.
  }
})();

// Validators (zod) must not try to compile code: the content security policy forbids it, and each try is reported.
globalThis.__zod_globalConfig = { jitless: true };
