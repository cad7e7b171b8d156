import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { LOCATION_SETTING } from '@/services/locate';

interface NoLocationProps {
  obstacle: 'refused' | 'unknown';
  onRetry: () => Promise<void>;
  /** Another way to look. */
  onElsewhere: () => void;
}

/** 附近 without a location: why, and the ways on. */
export function NoLocation({ obstacle, onRetry, onElsewhere }: NoLocationProps) {
  const isRefused = obstacle === 'refused';
  const allow = async () => {
    await LOCATION_SETTING.open?.();
    await onRetry();
  };
  return (
    <Empty
      icon="place"
      color={theme.color.waiting}
      title={isRefused ? '没有允许使用位置' : '没有取得您的位置'}
      detail={isRefused ? LOCATION_SETTING.words : '请检查手机的定位是否打开，或直接按地区查找'}
    >
      <Button id="locate-again" onPress={isRefused ? allow : onRetry}>
        {isRefused && LOCATION_SETTING.open ? '去设置' : '重新定位'}
      </Button>
      <View className="gap-s">
        <Button id="not-near" kind="quiet" onPress={onElsewhere}>
          查看全部活动
        </Button>
      </View>
    </Empty>
  );
}
