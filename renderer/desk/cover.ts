import { ref } from 'vue'

/** Whether the lock or a switch of user lies over the page, which then stays as it is, unseen and deaf. */
export const covered = ref(false)
