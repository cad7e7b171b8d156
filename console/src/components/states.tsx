import type { ApiError } from '@common/contract/errors';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

interface EmptyProps {
  icon?: IconName;
  title: string;
  /** Why it is empty, or what to do. */
  hint: ReactNode;
  action?: ReactNode;
  /** For a card among others. */
  isSmall?: boolean;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon = 'search', title, hint, action, isSmall }: EmptyProps) {
  return (
    <div className={`state${isSmall ? ' state--small' : ''}`}>
      <span className="state__icon">
        <Icon name={icon} size={26} />
      </span>
      <p className="state__title">{title}</p>
      <p className="state__hint">{hint}</p>
      {action && <div className="state__action">{action}</div>}
    </div>
  );
}

/** A failure in words, and the way to try again. */
export function ErrorState({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  return (
    <div className="state state--error" role="alert">
      <span className="state__icon">
        <Icon name="alert" size={26} />
      </span>
      <p className="state__title">{error.message}</p>
      {error.requestId && <p className="state__hint">需要帮助时，请向技术支持提供编号 {error.requestId}</p>}
      <div className="state__action">
        <Button onClick={onRetry}>重新加载</Button>
      </div>
    </div>
  );
}
