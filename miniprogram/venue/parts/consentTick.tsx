import { theme } from '@common/theme';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import { PrivacyText } from '@/components/privacy-text/privacyText';
import { Sheet } from '@/components/sheet/sheet';
import './parts.scss';

/**
 * The separate consent for sensitive data (个人信息保护法 art. 29), with the text that is agreed to: given by hand, never ticked
 * beforehand.
 */
export function ConsentTick({ isTicked, onChange }: { isTicked: boolean; onChange: (on: boolean) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="venue-consent">
      <Pressable
        id="consent"
        className="venue-consent__tick"
        role="checkbox"
        isChecked={isTicked}
        onPress={() => onChange(!isTicked)}
      >
        <View className={`venue-consent__box ${isTicked ? 'venue-consent__box--on' : ''}`}>
          {isTicked ? <Icon name="check" size={16} color={theme.color.surface} /> : null}
        </View>
        <View className="venue-consent__words">我单独同意处理我的身份证号码、手机号等敏感个人信息</View>
      </Pressable>
      <View className="venue-consent__read">
        <Button id="consent-read" kind="quiet" size="small" inline onPress={() => setOpen(true)}>
          阅读说明
        </Button>
      </View>
      <Sheet isOpen={isOpen} isTall title="个人信息处理说明" onClose={() => setOpen(false)}>
        <PrivacyText />
      </Sheet>
    </View>
  );
}
