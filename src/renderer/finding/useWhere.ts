import { useI18n } from 'vue-i18n'
import type { Hit } from '../../search'
import { useSession } from '../stores/session'
import { useShelf } from '../stores/shelf'

/** Where a hit stands, for the reader: with the title of its bundle when that is not the open one. */
export function useWhere(): (hit: Hit) => string {
  const { t } = useI18n()
  const session = useSession()
  const shelf = useShelf()
  return ({ row, bundle }) =>
    bundle === session.bundle?.id
      ? row.where
      : t('search.whereIn', { where: row.where, bundle: shelf.titleOf(bundle) })
}
