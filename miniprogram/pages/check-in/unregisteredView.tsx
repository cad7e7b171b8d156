import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { useCountdown } from '@/hooks/useCountdown';
import type { KeptClaim } from '@/services/keptClaim';
import { open } from '@/services/navigate';
import { claimWords } from '@/services/words';

/** The scan is safe and the person is not known yet: register, then it is finished. */
export function UnregisteredView({ kept }: { kept: KeptClaim }) {
  const seconds = useCountdown(kept.until);
  const isGood = seconds > 0;
  return (
    <View className="check-in__middle" id="check-in-unregistered">
      <View className="check-in__disc check-in__disc--brand">
        <Icon name="person" size={56} color={theme.color.brand} />
      </View>
      <View className="check-in__title">扫码成功，请先注册</View>
      <View className="check-in__detail">{claimWords(kept.claim)}</View>
      <View className="check-in__kept">
        {isGood
          ? `已为您保留本次扫码，还有 ${Math.floor(seconds / 60)} 分 ${String(seconds % 60).padStart(2, '0')} 秒`
          : '本次扫码已超时；注册后请重新扫描大屏'}
      </View>
      <View className="check-in__steps">
        <Button id="check-in-register" onPress={() => open('register')}>
          去注册
        </Button>
        <View className="gap-s">
          <Button kind="quiet" onPress={() => open('signIn')}>
            已有账号，用户名登录
          </Button>
        </View>
      </View>
    </View>
  );
}
