/**
 * The second window holds no address, so that it opens without a network, and everything in it is drawn by the first
 * one. What it needs of the page's looks is therefore copied into it.
 */

/** The files of the slides' letters, fetched while there is a network: a blank window cannot be sure to get them. */
export interface KeptFont {
  family: string;
  descriptors: FontFaceDescriptors;
  data: ArrayBuffer;
}

/** Opens the speaker's window, or finds the one that is open; null where the browser blocks it. Only within a press. */
export function openPopup(name: string): Window | null {
  try {
    return window.open('', name, 'popup,width=1180,height=780');
  } catch {
    return null;
  }
}

/** A window of that name may hold a page of its own, after the first one was loaded anew. */
export function isBlank(popup: Window): boolean {
  try {
    return popup.location.href === 'about:blank';
  } catch {
    return false;
  }
}

export async function keepFonts(source: Document, families: readonly string[]): Promise<KeptFont[]> {
  const faces = [...source.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule),
  );
  const kept = await Promise.all(faces.map((face) => keepFont(face, families)));
  return kept.flatMap((font) => font ?? []);
}

async function keepFont({ style, parentStyleSheet }: CSSFontFaceRule, families: readonly string[]) {
  const family = style.getPropertyValue('font-family').replace(/["']/g, '');
  const address = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1];
  if (!families.includes(family) || !address) return undefined;
  try {
    const response = await fetch(new URL(address, parentStyleSheet?.href ?? document.baseURI));
    if (!response.ok) return undefined;
    const descriptors: FontFaceDescriptors = {
      weight: style.getPropertyValue('font-weight') || 'normal',
      style: style.getPropertyValue('font-style') || 'normal',
      unicodeRange: style.getPropertyValue('unicode-range') || 'U+0-10FFFF',
    };
    return { family, descriptors, data: await response.arrayBuffer() };
  } catch {
    // The next face of the list stands in, which is as wide.
    return undefined;
  }
}

/** Gives the window the page's styles and goes on doing so. Returns how to stop. */
export function dress(popup: Window, fonts: readonly KeptFont[]): () => void {
  const target = popup.document;
  const copy = () => {
    const text = [...document.styleSheets].flatMap((sheet) => rulesOf(sheet).map((rule) => rule.cssText)).join('\n');
    const style = target.createElement('style');
    style.textContent = text;
    target.head.replaceChildren(style);
    for (const { name, value } of document.documentElement.attributes) target.documentElement.setAttribute(name, value);
  };
  copy();
  addFonts(target, fonts);
  // Parts that are drawn for the first time bring styles along; the colour scheme is an attribute.
  const watch = new MutationObserver(copy);
  watch.observe(document.head, { childList: true });
  watch.observe(document.documentElement, { attributes: true });
  return () => watch.disconnect();
}

function addFonts(target: Document, fonts: readonly KeptFont[]): void {
  const Face = target.defaultView?.FontFace;
  if (!Face) return;
  for (const { family, descriptors, data } of fonts) target.fonts.add(new Face(family, data, descriptors));
}

/** A sheet that is still on its way, or of another site, has no readable rules. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
