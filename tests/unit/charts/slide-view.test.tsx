// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SlideView } from '#client/charts/slide-view.tsx';
import { layoutSlide } from '#shared/briefing/scene/layout.ts';
import { palettes } from '#shared/briefing/scene/palette.ts';
import { bodies, editionMark, slideOf, slides } from '#tests/support/briefing-fixtures.ts';

const scene = layoutSlide(slides.issue, editionMark, 'id');

describe('a slide', () => {
  it('is one picture that says in words what it shows', () => {
    render(<SlideView scene={scene} pictures={[]} palette={palettes.light} />);
    expect(
      screen.getByRole('img', { name: /Separuh lebih sasaran sudah dijangkau, tetapi baru 1 dari 9/ }),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('draws every text of its scene in the colours of the palette', () => {
    const { container } = render(<SlideView scene={scene} pictures={[]} palette={palettes.dark} />);
    const texts = [...container.querySelectorAll('text')];
    expect(texts.map((text) => text.textContent)).toEqual(
      scene.items.flatMap((item) => (item.type === 'text' ? [item.text] : [])),
    );
    expect(texts.find((text) => text.textContent === '1.054')).toHaveAttribute('fill', palettes.dark.ink);
  });

  it('leads from a number to where it comes from, by pointer and by keyboard', async () => {
    const user = userEvent.setup();
    const onOrigin = vi.fn();
    const turnPage = vi.fn();
    // The presenter listens to clicks and keys around the slide.
    document.body.addEventListener('click', turnPage);
    document.body.addEventListener('keydown', turnPage);
    render(<SlideView scene={scene} pictures={[]} palette={palettes.light} onOrigin={onOrigin} />);
    const reached = { indicatorId: 'ST_INTERVENSI', areaId: '76', month: '2023-08' };
    await user.click(screen.getAllByRole('button', { name: /^9\.085/ })[0] ?? document.body);
    expect(onOrigin).toHaveBeenLastCalledWith(reached);
    screen.getByRole('button', { name: /^1\.054/ }).focus();
    await user.keyboard('{Enter}');
    expect(onOrigin).toHaveBeenLastCalledWith({ ...reached, indicatorId: 'ST_KELUAR' });
    expect(turnPage).not.toHaveBeenCalled();
    document.body.removeEventListener('click', turnPage);
    document.body.removeEventListener('keydown', turnPage);
  });

  it('shows the pictures of the edition, and keeps the place of one that is not there', () => {
    const slide = slideOf({ ...bodies.text, pictureSha256: 'abc', pictureAlt: 'Posyandu di Mamasa' });
    const withPicture = layoutSlide(slide, editionMark, 'id');
    const picture = { sha256: 'abc', contentType: 'image/png' as const, base64: 'iVBORw0KGgo=' };
    const { container, rerender } = render(
      <SlideView scene={withPicture} pictures={[picture]} palette={palettes.light} />,
    );
    expect(container.querySelector('image')).toHaveAttribute('href', 'data:image/png;base64,iVBORw0KGgo=');
    rerender(<SlideView scene={withPicture} pictures={[]} palette={palettes.light} />);
    expect(container.querySelector('image')).not.toBeInTheDocument();
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Posyandu di Mamasa');
  });
});
