import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ConsentTick } from '@/components/consent-tick/consentTick';
import { PrivacyText } from '@/components/privacy-text/privacyText';
import { Sheet } from '@/components/sheet/sheet';
import './parts.scss';

/** The separate consent for sensitive data, with the text that is agreed to. */
export function ConsentBar({ isTicked, onChange }: { isTicked: boolean; onChange: (on: boolean) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <View className="row row--top">
      <ConsentTick isTicked={isTicked} onChange={onChange} />
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
