import { App, Button } from 'antd';
import { Icon } from './icon';

/** Copies a text. Over plain http browsers offer no clipboard, so there the old command does it. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const area = document.createElement('textarea');
  area.value = text;
  // Inside an open dialog only its own elements can take the selection.
  (document.querySelector('[role="dialog"]') ?? document.body).append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) {
    throw new Error('Not copied');
  }
}

/** A button that copies, and says that it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { message } = App.useApp();
  return (
    <Button
      icon={<Icon name="copy" size={16} />}
      onClick={() =>
        copy(text).then(
          () => message.success('已复制'),
          () => message.warning('浏览器不允许复制，请手工抄录'),
        )
      }
    >
      {label}
    </Button>
  );
}
