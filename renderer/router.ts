import { createMemoryHistory, createRouter } from 'vue-router'

/** One window, no address bar: the way lives in memory and ends with the page. */
export const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', redirect: '/today' },
    { path: '/today', component: () => import('./desk/today/TodayPage.vue') },
    // Query: `entry`, its id; `unitId`, `tenantId`, `contactId`, whom the visitor comes to.
    { path: '/visits', component: () => import('./registers/reception/VisitPage.vue') },
    { path: '/calls', component: () => import('./registers/reception/CallPage.vue') },
    // Query: `entry`; `from=reception:12`, what it starts from; `unitId`, `tenantId`, `contactId`, for whom.
    { path: '/repairs', component: () => import('./registers/repairs/RepairsPage.vue') },
    // Query: `entry`; `from=reception:12` with `channel`, what it starts from; `unitId`, `tenantId`, `contactId`, for whom.
    { path: '/complaints', component: () => import('./registers/complaints/ComplaintsPage.vue') },
    // Query: `entry`; `tab`; `from=reception:12`, what it starts from; `unitId`, `tenantId`, `contactId`, for whom.
    { path: '/services', component: () => import('./registers/paid-services/ServicesPage.vue') },
    { path: '/prices', component: () => import('./registers/paid-services/PricesPage.vue') },
    { path: '/month', component: () => import('./registers/paid-services/MonthPage.vue') },
    // Query of each: `entry`; `from=reception:12`, what it starts from; `unitId`, `tenantId`, `contactId`, for whom.
    { path: '/passes', component: () => import('./registers/passes/PassesPage.vue') },
    { path: '/exit-permits', component: () => import('./registers/exit-permits/ExitPermitsPage.vue') },
    { path: '/keys', component: () => import('./registers/keys/KeysPage.vue') },
    { path: '/signs', component: () => import('./registers/signs/SignsPage.vue') },
    { path: '/pass-kinds', component: () => import('./registers/passes/PassKindsPage.vue') },
    { path: '/fit-out-permits', component: () => import('./registers/passes/FitOutPermitsPage.vue') },
    { path: '/directory', component: () => import('./registers/signs/DirectoryPage.vue') },
    { path: '/gate', component: () => import('./registers/exit-permits/GatePage.vue') },
    { path: '/deposits', component: () => import('./registers/cashier/DepositsPage.vue') },
    { path: '/day-close', component: () => import('./registers/cashier/DayClosePage.vue') },
    { path: '/calendar', component: () => import('./registers/calendar/CalendarPage.vue') },
    // Query: `entry`, a receipt.
    { path: '/cashier', component: () => import('./registers/cashier/CashierPage.vue') },
    { path: '/numbers', component: () => import('./registers/numbers/NumbersPage.vue') },
    { path: '/handover', component: () => import('./registers/handover/HandoverPage.vue') },
    { path: '/tenants/:id?', component: () => import('./registers/tenants/TenantPage.vue') },
    { path: '/units/:id', component: () => import('./registers/tenants/UnitPage.vue') },
    { path: '/import', component: () => import('./registers/tenants/ImportPage.vue') },
    { path: '/devices', component: () => import('./registers/printing/DevicesPage.vue') },
    { path: '/settings', component: () => import('./registers/settings/SettingsPage.vue') },
    { path: '/staff', component: () => import('./registers/staff/StaffPage.vue') },
  ],
})
