import { addDefaults } from './defaults'

export const prepare = async () => {
  await addDefaults()
}
