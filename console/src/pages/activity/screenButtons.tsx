import { DIRECTIONS, type Direction } from '@common/terms';
import { App, Button, Tooltip } from 'antd';
import { Icon } from '../../components/icon';
import { useAction } from '../../hooks/useAction';
import { CopyAddress } from './copyAddress';
import type { useDisplays } from './useDisplays';

interface Props {
  courseId: string;
  courseName: string;
  disabled?: boolean;
  displays: ReturnType<typeof useDisplays>;
}

/** 签到大屏 and 撤离大屏 of one course, each with the way to close it once it is open. */
export function ScreenButtons(props: Props) {
  return (
    <div className="screen-buttons">
      <ScreenButton {...props} direction="in" />
      <ScreenButton {...props} direction="out" />
    </div>
  );
}

function ScreenButton({
  courseId,
  courseName,
  disabled,
  displays,
  direction,
}: Props & { direction: Direction }) {
  const { modal, message } = App.useApp();
  const word = DIRECTIONS[direction];
  const display = displays.displays.find((one) => one.courseId === courseId && one.direction === direction);

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

  const close = useAction(async () => {
    if (display) {
      await displays.close(display.displayId);
      message.success(`${word}大屏已关闭，二维码已失效`);
    }
  });
  const askToClose = () =>
    modal.confirm({
      title: `关闭“${courseName}”的${word}大屏？`,
      content: `二维码立即失效，正在排队的学员不能再扫码${word}。需要时可以重新打开。`,
      okText: '关闭大屏',
      okButtonProps: { danger: true },
      icon: null,
      onOk: () => close.run(),
    });

  return (
    <div className={`screen-button screen-button--${direction}`}>
      <Button
        type={direction === 'in' && !display ? 'primary' : 'default'}
        icon={<Icon name="screen" size={16} />}
        disabled={disabled}
        loading={open.busy}
        onClick={() => open.run()}
      >
        {display ? `回到${word}大屏` : `${word}大屏`}
      </Button>
      {display && (
        <>
          <Tooltip title="复制大屏地址，在投影的电脑上打开">
            <Button
              type="text"
              aria-label={`复制${word}大屏地址`}
              icon={<Icon name="copy" size={16} />}
              onClick={() =>
                modal.info({
                  title: `${word}大屏的地址`,
                  content: <CopyAddress url={display.url} hint="在投影的电脑上打开这个地址，不需要登录。" />,
                  okText: '完成',
                  icon: null,
                  width: 560,
                })
              }
            />
          </Tooltip>
          <Button type="text" danger loading={close.busy} onClick={askToClose}>
            关闭
          </Button>
        </>
      )}
    </div>
  );
}
