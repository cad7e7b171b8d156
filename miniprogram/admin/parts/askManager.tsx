import { PERMISSIONS, type Permission } from '@common/terms';
import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { useLoad } from '@/hooks/useLoad';
import { api } from '@/services/session';
import './parts.scss';

/** What this administrator may not do, and who can give him the 权限. */
export function AskManager({ permission }: { permission: Permission }) {
  const { data } = useLoad(async () =>
    (await api.administrators.listAdministrators({})).items.filter(
      (one) => !one.isSelf && one.permissions.includes('manageAccount'),
    ),
  );
  const names = data?.map(({ name, phoneMasked }) => `${name}（${phoneMasked}）`).join('、');
  return (
    <View className="ask-manager">
      <Notice tone="info" id="ask-manager">
        <View>您没有“{PERMISSIONS[permission]}”权限，可以查看，不能办理。</View>
        <View>
          {names
            ? `请联系 ${names} 开通。`
            : `请联系本单位有“${PERMISSIONS.manageAccount}”权限的管理员开通。`}
        </View>
      </Notice>
    </View>
  );
}
