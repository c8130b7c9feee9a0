import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import type { ToastDetail } from '../platform/platformShowToastEvent/platformShowToastEvent.ts';
import { ShowToastEventName } from '../platform/platformShowToastEvent/platformShowToastEvent.ts';

const MODES: Readonly<Record<string, 'sticky' | 'dismissible'>> = { sticky: 'sticky', pester: 'dismissible' };

/** Shows a toast as the design system does; an error stays until it is closed so that it can be read to its end. */
export function showToast({ title, message, messageData, variant = 'info', mode }: ToastDetail): void {
  const links = (messageData ?? []).map((each) => (typeof each === 'string' ? { label: each, url: '' } : each));
  Toast.show(
    {
      label: title,
      ...(message === undefined ? {} : { message }),
      ...(links.length === 0 ? {} : { messageLinks: links }),
      variant,
      mode: MODES[mode ?? ''] ?? (variant === 'error' ? 'sticky' : 'dismissible'),
    },
    document.body,
  );
}

/** Events of components arrive at the document, whatever shadow they started in. */
export function startToasts(): void {
  Object.assign(ToastContainer.instance(), { maxToasts: 5, toastPosition: 'top-center' });
  document.addEventListener(
    ShowToastEventName,
    (event) => {
      const { detail } = event as CustomEvent<ToastDetail | null>;
      if (detail?.title === undefined && detail?.message === undefined) return;
      if ('label' in detail) return;
      event.stopImmediatePropagation();
      showToast({ ...detail, title: detail.title ?? detail.message ?? '' });
    },
    true,
  );
}
