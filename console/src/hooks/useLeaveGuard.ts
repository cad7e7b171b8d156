import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';

/**
 * Asks before a page is left over something that is not kept: by a link of the console, or by closing the tab.
 * @param question What would be lost; null while nothing would.
 */
export function useLeaveGuard(question: string | null): void {
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const latest = useRef({ question, modal, navigate });
  latest.current = { question, modal, navigate };

  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => latest.current.question !== null && event.preventDefault();
    // Before React Router hears of the click.
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      const { question: words } = latest.current;
      if (words === null || !link || !leadsAway(link) || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      latest.current.modal.confirm({
        title: '离开本页？',
        content: words,
        okText: '不保存，离开',
        okButtonProps: { danger: true },
        cancelText: '留在本页',
        icon: null,
        onOk: () => latest.current.navigate(pathOf(link)),
      });
    };
    window.addEventListener('beforeunload', onClose);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onClose);
      document.removeEventListener('click', onClick, true);
    };
  }, []);
}

/** To another page of the console in this tab; the rest is asked for by the browser. */
const leadsAway = (link: HTMLAnchorElement) =>
  link.origin === window.location.origin && link.target !== '_blank' && !link.closest('[contenteditable]');
const pathOf = ({ pathname, search }: HTMLAnchorElement) =>
  pathname.replace(/^\/console(?=\/|$)/, '') + search || '/';
