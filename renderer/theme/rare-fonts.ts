// The characters that the first font lacks, in some hundred pieces; the build gives them the family `Noto Sans SC Rare`.
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
