import { DIRECTIONS, type Direction } from '@common/terms';
import { App, Button } from 'antd';
import { Allowed } from '../../components/allowed';
import { Icon } from '../../components/icon';
import { useAction } from '../../hooks/useAction';
import { usePermission } from '../../hooks/usePermission';
import { showCodeHours } from './codeHours';
import { CopyAddress } from './copyAddress';
import type { Displays } from './useDisplays';

interface Props {
  courseId: string;
  /** Why no screen may be opened at all; null where one may. */
  reason?: string | null;
  displays: Displays;
}

/** 签到大屏 and 撤离大屏 of one course, each with its hours; or why this course has none. */
export function ScreenButtons({ courseId, reason = null, displays }: Props) {
  const refusal = displays.codes.find((code) => code.courseId === courseId)?.refusal;
  if (refusal) {
    return <p className="screen-buttons__none">{refusal}</p>;
  }
  return (
    <div className="screen-buttons">
      {(['in', 'out'] as const).map((direction) => (
        <ScreenButton key={direction} {...{ courseId, reason, displays, direction }} />
      ))}
    </div>
  );
}

function ScreenButton({ courseId, reason, displays, direction }: Props & { direction: Direction }) {
  const { modal } = App.useApp();
  const forbidden = usePermission('holdActivities');
  const word = DIRECTIONS[direction];
  const isThis = (one: { courseId: string; direction: Direction }) =>
    one.courseId === courseId && one.direction === direction;
  const isShown = displays.displays.some(isThis);
  const hours = displays.codes.find(isThis)?.hours;

  const open = useAction(async () => {
    // Opened within the click, or the browser blocks it; it gets its address when that is known.
    const tab = window.open('', '_blank');
    try {
      const url = await displays.open(courseId, direction);
      if (tab) {
        tab.opener = null;
        tab.location.replace(url);
        return;
      }
      modal.info({
        title: `${word}大屏已准备好`,
        content: (
          <CopyAddress url={url} hint="浏览器拦截了新窗口。请点“打开”，或复制地址到投影的电脑上打开。" />
        ),
        okText: '完成',
        icon: null,
        width: 560,
      });
    } catch (error) {
      tab?.close();
      throw error;
    }
  });

  return (
    <div className={`screen-button screen-button--${direction}`}>
      <Allowed reason={reason ?? forbidden}>
        {(disabled) => (
          <Button
            type={direction === 'in' && !isShown ? 'primary' : 'default'}
            icon={<Icon name="screen" size={16} />}
            disabled={disabled}
            loading={open.busy}
            onClick={() => open.run()}
          >
            {isShown ? `回到${word}大屏` : `${word}大屏`}
          </Button>
        )}
      </Allowed>
      {hours && <small>{showCodeHours(hours, displays.now)}</small>}
    </div>
  );
}
