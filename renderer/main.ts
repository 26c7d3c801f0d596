import './theme'
import './desk/theme'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { handleUnworded } from './desk/defects'
import { followLive } from './live'
import { i18n } from './locales'

const app = createApp(App)
app.config.errorHandler = (error, _instance, info) => void handleUnworded(error, `vue: ${info}`)
window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault()
  void handleUnworded(event.reason, 'promise')
})
window.addEventListener('error', (event) => {
  // Chromium's notice that a ResizeObserver will go on in the next frame is no error.
  if (!event.message.startsWith('ResizeObserver loop')) void handleUnworded(event.error ?? event.message, 'window')
})

app.use(createPinia()).use(i18n).mount('#app')
// Two frames later what was mounted is on the screen; `npm run bench` reads the mark.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('painted')))
void followLive()
