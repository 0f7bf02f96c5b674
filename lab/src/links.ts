/**
 * Shapes that stand for the same thing light up together, under the pointer and under the keyboard: Left and Right walk through the
 * things of the picture in painting order, Escape lets go. The picture is one stop of the Tab key.
 */

const LIT = 'gh-lit';

export interface Links {
  /** Takes all listeners away. */
  dispose(): void;
}

/** `said` is told the name of what lights up, or nothing. */
export function linkShapes(picture: SVGSVGElement, said: (name: string) => void): Links {
  const shapes = new Map<string, SVGElement[]>();
  picture.querySelectorAll<SVGElement>('[data-ref]').forEach(shape => {
    const ref = shape.dataset.ref as string;
    shapes.set(ref, [...(shapes.get(ref) ?? []), shape]);
  });
  const names = [...shapes.keys()];
  let lit = '';

  const light = (name: string): void => {
    if (name === lit) {
      return;
    }
    shapes.get(lit)?.forEach(shape => shape.classList.remove(LIT));
    shapes.get(name)?.forEach(shape => shape.classList.add(LIT));
    lit = name;
    said(name);
  };
  const onPointer = (event: Event): void => {
    const shape = (event.target as Element).closest<SVGElement>('[data-ref]');
    light(shape?.dataset.ref ?? '');
  };
  const onLeave = (): void => light('');
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      const at = names.indexOf(lit);
      const next = at < 0 ? (step > 0 ? 0 : names.length - 1) : (at + step + names.length) % names.length;
      light(names[next] as string);
    } else if (event.key === 'Escape' && lit) {
      light('');
    } else {
      return;
    }
    // The notebook would take the arrows for its cells.
    event.preventDefault();
    event.stopPropagation();
  };

  if (names.length > 0) {
    picture.setAttribute('tabindex', '0');
    picture.dataset.lmSuppressShortcuts = 'true';
    picture.addEventListener('pointerover', onPointer);
    picture.addEventListener('pointerleave', onLeave);
    picture.addEventListener('blur', onLeave);
    picture.addEventListener('keydown', onKey);
  }
  return {
    dispose: () => {
      picture.removeEventListener('pointerover', onPointer);
      picture.removeEventListener('pointerleave', onLeave);
      picture.removeEventListener('blur', onLeave);
      picture.removeEventListener('keydown', onKey);
    }
  };
}
